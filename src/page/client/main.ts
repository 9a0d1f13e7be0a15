import { showOneView } from "./views.ts";

showOneView();
