import type { Answer, ImportedAnswer } from "@strideml/plugin-kit";

/** An answer that follows from something in a file. */
export interface Suggested {
  question: string;
  value: Answer;
  certainty: ImportedAnswer["certainty"];
}

/** What a recognised component says about the system. */
export const KIND_ANSWERS: Readonly<Record<string, readonly Suggested[]>> = {
  "vector-store": [
    { question: "context.capabilities.retrieval", value: true, certainty: "likely" },
    { question: "profile.modelType", value: "rag", certainty: "likely" },
  ],
  "ingestion-pipeline": [{ question: "context.capabilities.retrieval", value: true, certainty: "guess" }],
  "tool-gateway": [
    { question: "context.capabilities.tools", value: true, certainty: "guess" },
    { question: "profile.modelType", value: "agent", certainty: "guess" },
  ],
  "code-sandbox": [{ question: "context.capabilities.codeExecution", value: true, certainty: "guess" }],
  "agent-memory": [{ question: "context.capabilities.memory", value: true, certainty: "guess" }],
  "peer-agent": [{ question: "context.capabilities.multiAgent", value: true, certainty: "guess" }],
  "prompt-orchestrator": [{ question: "profile.modelType", value: "llm", certainty: "guess" }],
  "model-vendor": [
    { question: "context.training.baseModel", value: "vendor-api", certainty: "likely" },
    { question: "profile.modelType", value: "llm", certainty: "guess" },
  ],
  "model-supplier": [{ question: "context.training.baseModel", value: "open-weights", certainty: "likely" }],
  "federated-clients": [{ question: "context.training.federated", value: true, certainty: "likely" }],
  "aggregation-server": [{ question: "context.training.federated", value: true, certainty: "guess" }],
  "feedback-loop": [{ question: "context.training.dataOrigin", value: "user-feedback", certainty: "guess" }],
  "feature-store": [{ question: "profile.modelType", value: "tabular", certainty: "guess" }],
  "batch-scheduler": [{ question: "profile.deployment", value: "batch", certainty: "guess" }],
};

/** Parts of a file that are searched for words. */
export type Where = "about" | "elements" | "actors" | "zones" | "data";

export interface WordRule {
  question: string;
  value: Answer;
  in: readonly Where[];
  words: readonly string[];
}

const type = (value: string, words: readonly string[]): WordRule => ({ question: "profile.modelType", value, in: ["about", "elements"], words });
const data = (value: string, words: readonly string[]): WordRule => ({ question: "profile.dataSensitivity", value, in: ["data", "elements", "about"], words });

/** Words that hint at an answer; the result is a guess. For each question the first rule that matches counts. */
export const WORD_RULES: readonly WordRule[] = [
  type("agent", ["ai agent", "llm agent", "agentic", "autonomous agent", "coding agent", "tool calling"]),
  type("rag", ["rag", "retrieval augmented"]),
  type("reinforcement-learning", ["reinforcement learning", "rl policy"]),
  type("generative-media", ["image generation", "text to image", "diffusion", "text to speech", "video generation", "voice cloning"]),
  type("llm", ["llm", "large language model", "language model", "chatbot", "gpt", "generative ai", "genai", "copilot"]),
  type("speech-audio", ["speech recognition", "speech to text", "voice assistant", "transcription", "speaker recognition"]),
  type("computer-vision", [
    "computer vision",
    "image classification",
    "image classifier",
    "object detection",
    "face recognition",
    "facial recognition",
    "image recognition",
    "ocr",
  ]),
  type("recommender", ["recommender", "recommendation engine", "recommendation service", "recommendation system"]),
  type("time-series", ["forecast", "forecasting", "anomaly detection", "time series", "predictive maintenance"]),
  type("nlp", ["spam filter", "sentiment", "entity extraction", "machine translation", "text classification"]),
  type("tabular", ["fraud detection", "credit scoring", "churn", "scoring model", "risk scoring", "credit score"]),
  data("classified", ["classified information", "national security", "state secret"]),
  data("health", ["health", "patient", "medical", "clinical", "diagnosis", "ehr", "phi", "hipaa"]),
  data("biometric", ["biometric", "fingerprint", "face image", "face recognition", "facial recognition", "voiceprint", "iris scan"]),
  data("financial", ["payment", "credit card", "bank", "banking", "account number", "transaction", "iban", "financial", "loan", "insurance", "pci"]),
  data("personal", [
    "personal data",
    "pii",
    "customer data",
    "user data",
    "e mail address",
    "email",
    "user profile",
    "gdpr",
    "personal information",
    "home address",
    "cv",
    "resume",
  ]),
  data("confidential", ["confidential", "source code", "contract", "trade secret", "proprietary", "secret", "credential"]),
  data("internal", ["internal data", "internal document", "company data", "intranet"]),
  { question: "profile.accessLevel", value: "public", in: ["actors", "zones"], words: ["anonymous", "anyone", "public user", "visitor", "internet", "public"] },
  {
    question: "profile.accessLevel",
    value: "authenticated",
    in: ["actors", "zones"],
    words: ["customer", "partner", "client", "subscriber", "member", "patient", "authenticated user", "registered user"],
  },
  { question: "profile.accessLevel", value: "internal", in: ["actors", "zones"], words: ["employee", "staff", "internal user", "analyst", "corporate user"] },
  { question: "profile.deployment", value: "edge", in: ["about", "elements", "zones"], words: ["iot", "edge device", "edge node", "embedded device", "vehicle", "drone"] },
  { question: "profile.deployment", value: "on-device", in: ["about", "zones"], words: ["on device", "on the device", "user device", "smartphone"] },
  { question: "profile.deployment", value: "saas", in: ["about", "zones", "elements"], words: ["saas", "multi tenant", "tenant"] },
  {
    question: "profile.deployment",
    value: "on-premise",
    in: ["about", "zones"],
    words: ["on premise", "on prem", "on premises", "data center", "datacenter", "corporate network", "internal network"],
  },
  { question: "profile.deployment", value: "cloud-api", in: ["about", "zones", "elements"], words: ["cloud", "aws", "azure", "gcp", "api gateway", "google cloud"] },
  { question: "context.capabilities.multimodal", value: true, in: ["about", "data"], words: ["multimodal", "image upload", "uploaded image", "uploaded document", "audio input"] },
];

/** Values from least to most, for questions whose most serious answer counts when several are as certain. */
export const RANKS: Readonly<Record<string, readonly string[]>> = {
  "profile.dataSensitivity": ["public", "internal", "confidential", "personal", "financial", "health", "biometric", "classified"],
  "profile.accessLevel": ["restricted", "internal", "authenticated", "public", "white-box"],
  "profile.modelType": ["llm", "rag", "agent"],
};
