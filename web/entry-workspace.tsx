import "./styles/workspace.css";
import { hydrate } from "solid-js/web";
import type { WorkspacePageData } from "../server/workspace/page-data.ts";
import { createMessages } from "./lib/i18n.ts";
import { Workspace, type WorkspaceView } from "./workspace/workspace.tsx";

const views = import.meta.glob<{ default: WorkspaceView }>("./workspace/*/*-page.tsx");

const page: WorkspacePageData = JSON.parse(document.getElementById("page")!.textContent!);
const [{ phrases }, { default: View }] = await Promise.all([
  page.locale === "en" ? import("./workspace/phrases/en.ts") : import("./workspace/phrases/sq.ts"),
  views[`./workspace/${page.view}.tsx`]!(),
]);
const messages = createMessages(page.locale, phrases);
const root = document.getElementById("workspace")!;
hydrate(() => <Workspace page={page} messages={messages} head={{ title: "" }} View={View} />, root);
document.documentElement.dataset.hydrated = "";
