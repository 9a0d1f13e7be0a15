interface StreamEvent {
  partition: number;
  offset: number;
  id: string;
  value: unknown;
}

interface Sink {
  /** Event id, effect and offset in one transaction. */
  apply(event: StreamEvent): Promise<void>;
  setAside(event: StreamEvent, reason: string): Promise<void>;
}

/** One malformed event does not stop its partition: it is set aside, and its offset passed. */
export async function read(events: AsyncIterable<StreamEvent>, sink: Sink, isReadable: (value: unknown) => boolean): Promise<number> {
  let read = 0;
  for await (const event of events) {
    if (isReadable(event.value)) await sink.apply(event);
    else await sink.setAside(event, "not of any registered schema");
    read++;
  }
  return read;
}
