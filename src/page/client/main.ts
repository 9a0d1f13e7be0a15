import { followChanges } from "./live.ts";
import { showOneView } from "./views.ts";

showOneView();
followChanges();
