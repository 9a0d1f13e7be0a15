export interface Expression {
  place: string;
  source: string;
  flags: string;
}
export function findExpressions(folder: string): Expression[];
export function keyOf(expression: Expression): string;
