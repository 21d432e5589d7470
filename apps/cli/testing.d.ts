/** What `@strideml/plugin-kit/testing` hands its work to. Import that: it says what to do where this package is missing. */
export { contractCases } from "@strideml/plugin-kit/testing";
