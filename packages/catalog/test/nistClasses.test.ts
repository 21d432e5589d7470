// The attack classes of NIST AI 100-2 E2025 and the entries that describe them.
import { expect, test } from "vitest";
import { CATALOG as catalog } from "../../core/test/knowledge.js";

const CLASSES: Record<string, string[]> = {
  "011 Model Poisoning (availability)": ["federated-model-poisoning", "model-weight-tampering"],
  "012 Clean-label Poisoning": ["targeted-data-poisoning"],
  "013 Data Poisoning": ["indiscriminate-data-poisoning", "web-scale-dataset-poisoning", "retrieval-poisoning"],
  "014 Energy-latency": ["compute-maximising-inputs", "edge-energy-drain"],
  "015 Indirect Prompt Injection": ["indirect-prompt-injection", "multimodal-prompt-injection"],
  "016 Indirect prompt injection availability attacks": ["injected-busywork"],
  "017 Time-consuming background tasks": ["injected-busywork", "agent-runaway-loop"],
  "018 Prompt Injection": ["direct-prompt-injection", "jailbreak"],
  "021 Clean-label Backdoor": ["backdoor-data-poisoning"],
  "022 Evasion": ["white-box-evasion", "physical-adversarial-object", "adversarial-text", "adversarial-audio"],
  "023 Backdoor Poisoning": ["backdoor-data-poisoning", "trojaned-pretrained-model"],
  "024 Targeted Poisoning": ["targeted-data-poisoning"],
  "025 Black-box Evasion": ["black-box-evasion"],
  "026 Model Poisoning (integrity)": ["federated-model-poisoning", "model-weight-tampering"],
  "027 Misaligned Outputs": ["indirect-prompt-injection", "forged-retrieval-sources"],
  "031 Model Extraction": ["model-extraction", "on-device-model-extraction"],
  "032 Reconstruction": ["model-inversion", "gradient-leakage"],
  "033 Membership Inference": ["membership-inference"],
  "034 Property Inference": ["property-inference"],
  "035 Prompt Extraction": ["system-prompt-extraction"],
  "036 Leaking information from user interactions": ["exfiltration-through-rendered-output", "assistant-turned-phisher"],
  "037 Training Data Attacks": ["training-data-extraction"],
  "038 Data Extraction": ["retrieval-oversharing", "exfiltration-through-agent-tools"],
  "039 Compromising connected resources": ["confused-deputy-tool-use", "data-destruction-by-agent"],
  "051 Model Poisoning (supply chain)": ["trojaned-pretrained-model", "malicious-model-file"],
};

test("every attack class of NIST AI 100-2 E2025 has an entry", () => {
  const known = new Set(catalog.threats.map(({ id }) => id));
  const missing = Object.entries(CLASSES).filter(([, ids]) => ids.length === 0 || ids.some((id) => !known.has(id)));
  expect([Object.keys(CLASSES).length, missing]).toEqual([25, []]);
});
