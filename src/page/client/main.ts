import { followChanges } from "./live.ts";
import { takeRemarks } from "./remarks.ts";
import { showOneView } from "./views.ts";

showOneView();
followChanges();
takeRemarks();
