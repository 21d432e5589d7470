import type { FindingStatus } from "@strideml/plugin-kit";

/** Whether a finding still asks for work: nobody decided it, and no mitigation has done away with it. */
export const isOpen = (status: FindingStatus): boolean => status === "open" || status === "partly-mitigated";
