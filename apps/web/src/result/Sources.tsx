import { addressOf, type Finding } from "@strideml/plugin-kit";
import { useWords } from "../ui/useApp.js";

/** Only web addresses: a damaged file must not bring a link that runs code. */
const isWeb = (address: string | undefined): address is string => address !== undefined && /^https?:\/\//.test(address);

/** Where the claims of a finding can be checked. */
export const Sources = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  return (
    <section>
      <h3>{words.findings.sources}</h3>
      <ul lang="en">
        {finding.references.map((reference) => {
          const address = addressOf(reference);
          const text = `${reference.authors ? `${reference.authors}: ` : ""}${reference.title}, ${reference.year}`;
          return (
            <li key={text}>
              {isWeb(address) ? (
                <a href={address} rel="noreferrer" target="_blank">
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
