import type { Finding } from "@strideml/plugin-kit";
import { Link } from "../ui/Link.js";
import { useApp, useCatalogLang, useWords } from "../ui/useApp.js";

/** The requirements that a finding touches, by framework. */
export const Requirements = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const frameworks = useApp((state) => state.catalogue)?.frameworks ?? [];
  const ids = [...new Set(finding.annotations.map(({ framework }) => framework))];
  return (
    <section>
      <h3>{words.findings.requirements}</h3>
      {ids.map((id) => {
        const framework = frameworks.find((each) => each.id === id);
        const links = finding.annotations.filter((link) => link.framework === id);
        const supporting = links.filter(({ strength }) => strength === "supporting").map(({ requirement }) => requirement);
        return (
          <div key={id} class="framework-links">
            <h4>
              <Link to={["result", "frameworks", id]} lang={lang}>
                {framework?.shortTitle ?? framework?.title ?? id}
              </Link>
            </h4>
            <ul>
              {links
                .filter(({ strength }) => strength === "primary")
                .map(({ requirement, relation, rationale, inheritedFrom }) => (
                  <li key={`${requirement} ${relation}`}>
                    <strong>{requirement}</strong> <span lang={lang}>{framework?.requirements.find((each) => each.id === requirement)?.title}</span>{" "}
                    <span class="quiet">
                      {words.colon(words.relation[relation])} <span lang={lang}>{inheritedFrom ? `${rationale} (${inheritedFrom})` : rationale}</span>
                    </span>
                  </li>
                ))}
              {supporting.length > 0 && (
                <li class="quiet">
                  {words.colon(words.findings.supporting)} {supporting.join(", ")}
                </li>
              )}
            </ul>
          </div>
        );
      })}
    </section>
  );
};
