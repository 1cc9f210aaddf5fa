import type { BullQueue } from "./back-end.js";
import type { Board } from "./queue.js";

/**
 * Bull Board on the queues of the stages, to look at and not to touch: who may act on the work does so by what the product offers.
 * Loaded when it is asked for.
 */
export async function openBoard(path: string, queues: readonly BullQueue[]): Promise<Board> {
  const [{ createBullBoard }, { BullMQAdapter }, { ExpressAdapter }] = await Promise.all([
    import("@bull-board/api"),
    import("@bull-board/api/bullMQAdapter"),
    import("@bull-board/express"),
  ]);
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(path);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(asBullQueue(queue), { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: "Rode Draad: wachtrijen" } },
  });
  return serverAdapter.getRouter();
}

type BoardQueue = ConstructorParameters<typeof import("@bull-board/api/bullMQAdapter")["BullMQAdapter"]>[0];

/** The back end makes BullMQ's own queues; our narrower type of them says less than Bull Board asks. */
function asBullQueue(queue: object): BoardQueue {
  return queue as BoardQueue;
}
