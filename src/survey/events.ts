import type { Project } from "./project.ts";
import { importsFrom } from "./run/imported.ts";
import type { Interpreter } from "./run/interpret.ts";
import { type Call, dotted, type Expr, endOf, entry, walk } from "./syntax/tree.ts";

interface Bus {
  system: string;
  from: RegExp;
  /** Calls, by the end of their names, and where the name of the event stands. */
  calls: Record<string, { way: "produced" | "consumed"; at: (string | number)[] }>;
}

const P = (...at: (string | number)[]) => ({ way: "produced" as const, at });
const C = (...at: (string | number)[]) => ({ way: "consumed" as const, at });

const BUSES: readonly Bus[] = [
  {
    system: "kafka",
    from: /kafka|confluent|sarama|rdkafka/i,
    calls: {
      send: P(0, "topic"),
      produce: P(0, "topic"),
      subscribe: C(0, "topic", "topics"),
      send_and_wait: P(0),
      SubscribeTopics: C(0),
      KafkaListener: C("topics", "value"),
      Subscribe: C(0),
      ProduceAsync: P(0),
      KafkaConsumer: C(0),
      Topic: P(0),
    },
  },
  {
    system: "rabbitmq",
    from: /amqp|rabbit|pika|aio_pika|MassTransit|bunny/i,
    calls: {
      sendToQueue: P(0),
      publish: P(0, "routing_key"),
      consume: C(0),
      basic_publish: P("routing_key", 1),
      basic_consume: C("queue", 0),
      convertAndSend: P(0),
      RabbitListener: C("queues", "value"),
      BasicPublish: P("routingKey", 1),
      BasicConsume: C("queue", 0),
      Publish: P(1),
      Consume: C(0),
      RabbitSubscribe: C("routingKey"),
    },
  },
  {
    system: "nats",
    from: /nats/i,
    calls: { publish: P(0), Publish: P(0), subscribe: C(0), Subscribe: C(0), QueueSubscribe: C(0), PublishAsync: P(0) },
  },
  {
    system: "sqs",
    from: /aws-sdk|boto3|@aws-sdk|sqs|Amazon/i,
    calls: {
      SendMessageCommand: P("QueueUrl"),
      send_message: P("QueueUrl"),
      ReceiveMessageCommand: C("QueueUrl"),
      receive_message: C("QueueUrl"),
      PublishCommand: P("TopicArn"),
      SqsListener: C("value", 0),
    },
  },
  { system: "redis-streams", from: /redis/i, calls: { xadd: P(0), xAdd: P(0), XAdd: P("Stream"), xread: C(0), xreadgroup: C(0) } },
  {
    system: "bullmq",
    from: /^(?:bullmq|bull|@nestjs\/bull(?:mq)?)$/,
    calls: { Queue: P(0), Worker: C(0), Processor: C(0), InjectQueue: P(0) },
  },
  { system: "celery", from: /celery/i, calls: { send_task: P(0) } },
  {
    system: "temporal",
    from: /temporal/i,
    calls: { ExecuteWorkflow: P(2), RegisterWorkflow: C(0), start: P(0), execute_workflow: P(0), proxyActivities: P() },
  },
  { system: "cloudevents", from: /cloudevents/i, calls: { CloudEvent: P("type"), SetType: P(0) } },
];

/** Finds the events that are sent and received, by the calls of the libraries that carry them. */
export function collectEvents(project: Project, run: Interpreter): void {
  for (const source of project.sources.values()) {
    const buses = BUSES.filter((bus) => importsFrom(source, bus.from));
    if (buses.length === 0) continue;
    const env = run.module(source);
    const note = (call: Call) => {
      for (const { system, calls } of buses) {
        const name = endOf(call.fn);
        const found = Object.hasOwn(calls, name) ? calls[name] : undefined;
        if (!found) continue;
        for (const event of found.at.flatMap((at) => names(at, call, run, env)).slice(0, 5))
          if (isName(event)) project.events.push({ name: event, direction: found.way, system, file: source.path, line: call.line });
        return;
      }
    };
    walk(source.tree, (e) => {
      if (e.t === "call") note(e);
      const notes = e.t === "fn" ? e.notes : e.t === "class" ? [...e.notes, ...e.methods.flatMap((method) => method.notes)] : [];
      for (const one of notes) note(one);
      if (e.t === "fn")
        for (const one of e.notes)
          if (/(?:^|\.)(?:shared_task|task)$/.test(dotted(one.fn)) && buses.some(({ system }) => system === "celery"))
            project.events.push({
              name: one.named.name?.t === "str" ? one.named.name.v : (e.name ?? ""),
              direction: "consumed",
              system: "celery",
              file: source.path,
              line: e.line,
            });
    });
  }
  const seen = new Set<string>();
  const unique = project.events.filter((event) => !seen.has(JSON.stringify(event)) && seen.add(JSON.stringify(event)));
  project.events.splice(0, project.events.length, ...unique);
}

// A name has no blanks, and is no address of a web page.
const isName = (text: string): boolean => /^[\w.:/*>{}-]{2,160}$/.test(text) && !/^https?:\/\//.test(text);

function names(at: string | number, call: Call, run: Interpreter, env: Parameters<Interpreter["text"]>[1]): string[] {
  const given: Expr | undefined =
    typeof at === "number"
      ? call.args[at]
      : (entry(call, at) ??
        entry(
          call.args.find(({ t }) => t === "map"),
          at,
        ));
  if (!given || given.t === "map" || given.t === "fn") return [];
  const value = run.value(given, env);
  if (value?.k === "text") return [value.v];
  return value?.k === "list" ? value.items.flatMap((item) => (item.k === "text" ? [item.v] : [])) : [];
}
