export interface Attack {
  pumps: [prefix: string, pump: string][];
  suffix: string;
}
export function attackOf(attack: Attack, length: number): string;
export function lengthAt(expression: { place: string }): number;
