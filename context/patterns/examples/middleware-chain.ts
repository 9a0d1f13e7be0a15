interface Context {
  requestId: string;
  user?: string;
}
type Answer = { status: number; body?: unknown };
type Next = () => Promise<Answer>;
export type Link = (context: Context, next: Next) => Promise<Answer>;

/** The first link is the outermost: it sees the final status of all others. */
export function chain(links: readonly Link[], handler: (context: Context) => Promise<Answer>) {
  return (context: Context): Promise<Answer> =>
    links.reduceRight<Next>(
      (next, link) => () => link(context, next),
      () => handler(context),
    )();
}

/** One link turns what nobody handled into an answer: the report gets the error, the caller the id and nothing else. */
export const errorsToProblems =
  (report: (error: unknown, requestId: string) => void): Link =>
  async (context, next) => {
    try {
      return await next();
    } catch (error) {
      report(error, context.requestId);
      return { status: 500, body: { code: "INTERNAL", requestId: context.requestId } };
    }
  };
