interface Services {
  order(id: string, signal: AbortSignal): Promise<{ id: string; state: string }>;
  recommendations(id: string, signal: AbortSignal): Promise<string[]>;
}

/** One answer for one screen, under one deadline: the order must be there, recommendations may be missing. */
export async function orderScreen(services: Services, id: string) {
  const signal = AbortSignal.timeout(800);
  const quick = AbortSignal.any([signal, AbortSignal.timeout(150)]);
  const [order, recommended] = await Promise.all([
    services.order(id, signal),
    services.recommendations(id, quick).then(
      (items) => ({ items, missing: false }),
      () => ({ items: [] as string[], missing: true }),
    ),
  ]);
  return { order, recommendations: recommended.items, missing: recommended.missing ? ["recommendations"] : [] };
}
