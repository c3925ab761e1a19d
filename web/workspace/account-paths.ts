import { accountsPaths } from "../../server/features/accounts/accounts.paths.shared.ts";
import { operatorPaths } from "../../server/features/operators/operators.paths.shared.ts";
import { useWorkspace } from "./workspace.tsx";

/** Where accounts are entered and kept: in a council's workspace or in the operator's console. */
export const useAccountPaths = () => (useWorkspace().page.council ? accountsPaths : operatorPaths);
