import * as z from "zod/mini";

/** Stages in the life of an ML system, in order. A threat strikes at one of them, a mitigation is carried out at one. */
export const LIFECYCLE = ["design", "data", "training", "evaluation", "deployment", "inference", "monitoring", "retirement"] as const;
export const LifecycleStage = z.enum(LIFECYCLE);
export type LifecycleStage = z.infer<typeof LifecycleStage>;
