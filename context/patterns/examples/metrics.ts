/** Bounds around the objective of 300 ms, and one above the time limit. */
export const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 10];

export class Histogram {
  readonly #counts = new Map<string, number[]>();
  readonly #sums = new Map<string, number>();

  /** @param route the template, never the path: `/orders/{orderId}` */
  observe(route: string, statusClass: "2xx" | "4xx" | "5xx", seconds: number): void {
    const labels = `route="${route}",code="${statusClass}"`;
    const counts = this.#counts.get(labels) ?? Array.from({ length: BUCKETS.length + 1 }, () => 0);
    const at = BUCKETS.findIndex((bound) => seconds <= bound);
    const index = at === -1 ? BUCKETS.length : at;
    counts[index] = (counts[index] ?? 0) + 1;
    this.#counts.set(labels, counts);
    this.#sums.set(labels, (this.#sums.get(labels) ?? 0) + seconds);
  }

  text(): string {
    return [...this.#counts]
      .flatMap(([labels, counts]) => {
        let count = 0;
        const buckets = counts.map((more, index) => {
          count += more;
          return `http_request_duration_seconds_bucket{${labels},le="${BUCKETS[index] ?? "+Inf"}"} ${count}`;
        });
        const sum = `http_request_duration_seconds_sum{${labels}} ${this.#sums.get(labels) ?? 0}`;
        return [...buckets, sum, `http_request_duration_seconds_count{${labels}} ${count}`];
      })
      .join("\n");
  }
}
