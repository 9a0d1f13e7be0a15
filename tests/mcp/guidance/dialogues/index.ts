import type { Dialogue } from "../types.ts";
import { APPOINTMENTS } from "./appointments.ts";
import { LEDGER_EXPORT } from "./ledger-export.ts";
import { ORDER_REFUNDS } from "./order-refunds.ts";
import { STOCK_RESERVATIONS } from "./stock-reservations.ts";

export const DIALOGUES: readonly Dialogue[] = [APPOINTMENTS, ORDER_REFUNDS, LEDGER_EXPORT, STOCK_RESERVATIONS];
