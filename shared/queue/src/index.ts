export { openQueue, type QueueOptions } from "./open-queue.js";
export type {
  EnqueueOptions,
  Queue,
  QueueHealth,
  RunningJob,
  RunningStage,
  ScheduledTask,
  StageHandler,
  StageLoad,
  StageOptions,
} from "./queue.js";
export { inspectRedis, type RedisFacts } from "./redis/inspect-redis.js";
