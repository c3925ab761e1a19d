import type { i18n } from "i18next";
import { type Component, createContext, useContext } from "solid-js";
import type { WorkspacePageData } from "../../server/workspace/page-data.ts";
import { MessagesProvider } from "../lib/i18n.ts";
import { PageProvider } from "../lib/page-context.tsx";
import { Frame } from "./frame.tsx";

/** What a page tells the document about itself, on the server. */
export interface WorkspaceHead {
  title: string;
}

/** A page of the workspace: the default export of a file `web/workspace/<feature>/<name>-page.tsx`. */
// biome-ignore lint/suspicious/noExplicitAny: each page knows the shape of its own data
export type WorkspaceView = Component<{ data: any }>;

interface WorkspaceValue {
  page: WorkspacePageData;
  head: WorkspaceHead;
  /** Whether something on the page says already why what was sent is refused. */
  refusal: { isTold: boolean };
}
const WorkspaceContext = createContext<WorkspaceValue>();

/** The page that is shown: its language, its address, its refused form. */
export function useWorkspace(): WorkspaceValue {
  const value = useContext(WorkspaceContext);
  if (!value) throw new Error("Outside of the workspace.");
  return value;
}

/** Says so, of a part of a page that tells the refusal itself. */
export function useTelling(isTold: boolean): void {
  if (isTold) useWorkspace().refusal.isTold = true;
}

interface WorkspaceProps extends Pick<WorkspaceValue, "page" | "head"> {
  messages: i18n;
  View: WorkspaceView;
}

/** The other root beside the public site's: every page is a document, drawn alike on the server and in the browser. */
export function Workspace(props: WorkspaceProps) {
  return (
    <PageProvider value={{ locale: props.page.locale, site: props.page.council ? "council" : "apex" }}>
      <MessagesProvider value={() => props.messages}>
        <WorkspaceContext.Provider value={{ page: props.page, head: props.head, refusal: { isTold: false } }}>
          <Frame>
            <props.View data={props.page.data} />
          </Frame>
        </WorkspaceContext.Provider>
      </MessagesProvider>
    </PageProvider>
  );
}
