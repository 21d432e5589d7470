export { contractCases } from "../testing/contractCases.js";
