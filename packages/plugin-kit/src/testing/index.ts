export { type ContractCase, contractCases, type ContractOptions, type ContractSubject, type MakeCases } from "./contractCases.js";
