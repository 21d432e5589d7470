import type { ImportedAnswer } from "@strideml/plugin-kit";
import { searchable, wordIn } from "./words.js";

const MULTIMODAL = new Set([
  "image-text-to-text",
  "audio-text-to-text",
  "video-text-to-text",
  "any-to-any",
  "visual-question-answering",
  "document-question-answering",
  "image-text-to-image",
  "image-text-to-video",
]);

/** Our kind of model for the task names of the Hugging Face Hub, which CycloneDX files use too. Source: its list of tasks, 2026. */
const TASKS: Readonly<Record<string, readonly string[]>> = {
  llm: [
    "text-generation",
    "text2text-generation",
    "conversational",
    "summarization",
    "question-answering",
    "table-question-answering",
    "image-text-to-text",
    "audio-text-to-text",
    "video-text-to-text",
    "any-to-any",
    "visual-question-answering",
    "document-question-answering",
  ],
  nlp: [
    "text-classification",
    "token-classification",
    "translation",
    "fill-mask",
    "feature-extraction",
    "sentence-similarity",
    "zero-shot-classification",
    "text-ranking",
    "sentiment-analysis",
    "named-entity-recognition",
  ],
  "computer-vision": [
    "image-classification",
    "object-detection",
    "image-segmentation",
    "mask-generation",
    "zero-shot-image-classification",
    "zero-shot-object-detection",
    "depth-estimation",
    "image-feature-extraction",
    "keypoint-detection",
    "video-classification",
    "image-to-text",
    "visual-document-retrieval",
  ],
  "generative-media": [
    "text-to-image",
    "image-to-image",
    "text-to-video",
    "image-to-video",
    "video-to-video",
    "text-to-speech",
    "text-to-audio",
    "audio-to-audio",
    "unconditional-image-generation",
    "text-to-3d",
    "image-to-3d",
    "image-text-to-image",
    "image-text-to-video",
  ],
  "speech-audio": ["automatic-speech-recognition", "audio-classification", "voice-activity-detection", "speech-recognition", "speaker-recognition"],
  tabular: ["tabular-classification", "tabular-regression"],
  "time-series": ["time-series-forecasting", "anomaly-detection"],
  "reinforcement-learning": ["reinforcement-learning", "robotics"],
  recommender: ["recommendation", "recommender"],
};

const TYPE_OF = new Map(Object.entries(TASKS).flatMap(([type, tasks]) => tasks.map((task) => [task, type] as const)));

/** Words in free descriptions of a task, for files that use no task name. */
const TASK_WORDS: readonly (readonly [string, readonly string[]])[] = [
  ["generative-media", ["text to image", "image generation", "diffusion", "speech synthesis", "text to speech"]],
  ["llm", ["text generation", "chat", "language model", "llm", "causal lm", "code generation", "summarisation"]],
  ["speech-audio", ["speech recognition", "speech", "audio classification", "transcription"]],
  ["computer-vision", ["image classification", "object detection", "segmentation", "vision", "face recognition", "ocr"]],
  ["recommender", ["recommendation", "ranking"]],
  ["time-series", ["forecasting", "anomaly detection", "time series"]],
  ["reinforcement-learning", ["reinforcement learning", "policy learning"]],
  ["nlp", ["text classification", "sentiment", "translation", "entity recognition", "embedding"]],
  ["tabular", ["tabular", "regression", "scoring", "fraud", "credit"]],
];

const answer = (question: string, value: string | boolean, certainty: ImportedAnswer["certainty"], from: string): ImportedAnswer => ({ question, value, certainty, from });

/**
 * What the task of a model says about the system.
 * @param named certainty when the task is one of the names of the Hub; free text is less certain than that
 */
export const taskAnswers = (task: string, from: string, named: "certain" | "likely" = "certain"): ImportedAnswer[] => {
  const key = task
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, "-");
  const type = TYPE_OF.get(key);
  const multimodal = MULTIMODAL.has(key) ? [answer("context.capabilities.multimodal", true, named, from)] : [];
  if (type !== undefined) return [answer("profile.modelType", type, named, from), ...multimodal];
  const searched = searchable(task);
  const worded = TASK_WORDS.find(([, words]) => wordIn(searched, words));
  return worded ? [answer("profile.modelType", worded[0], "guess", from)] : [];
};
