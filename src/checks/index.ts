import denseText from "./clarity/dense-text.ts";
import missingErrorCase from "./clarity/missing-error-case.ts";
import missingSteps from "./clarity/missing-steps.ts";
import unansweredRequest from "./clarity/unanswered-request.ts";
import unclearRequirement from "./clarity/unclear-requirement.ts";
import vagueWording from "./clarity/vague-wording.ts";
import emptySection from "./completeness/empty-section.ts";
import frontMatter from "./completeness/front-matter.ts";
import incompleteComponent from "./completeness/incomplete-component.ts";
import incompleteDataStructure from "./completeness/incomplete-data-structure.ts";
import incompleteInterface from "./completeness/incomplete-interface.ts";
import lineCount from "./completeness/line-count.ts";
import missingDiagram from "./completeness/missing-diagram.ts";
import missingDocument from "./completeness/missing-document.ts";
import missingLayer from "./completeness/missing-layer.ts";
import missingSection from "./completeness/missing-section.ts";
import openQuestion from "./completeness/open-question.ts";
import padding from "./completeness/padding.ts";
import placeholderText from "./completeness/placeholder-text.ts";
import prematureStatus from "./completeness/premature-status.ts";
import unreadStatement from "./completeness/unread-statement.ts";
import unstatedSecurity from "./completeness/unstated-security.ts";
import contractMismatch from "./consistency/contract-mismatch.ts";
import contradictedInput from "./consistency/contradicted-input.ts";
import deprecatedPattern from "./consistency/deprecated-pattern.ts";
import entityMismatch from "./consistency/entity-mismatch.ts";
import missingLiteral from "./consistency/missing-literal.ts";
import namingConvention from "./consistency/naming-convention.ts";
import outdatedDecision from "./consistency/outdated-decision.ts";
import pictureMismatch from "./consistency/picture-mismatch.ts";
import statusMismatch from "./consistency/status-mismatch.ts";
import undeclaredComponent from "./consistency/undeclared-component.ts";
import undefinedType from "./consistency/undefined-type.ts";
import unknownTechnology from "./consistency/unknown-technology.ts";
import unmetObligation from "./consistency/unmet-obligation.ts";
import unmotivatedComponent from "./consistency/unmotivated-component.ts";
import unownedInterface from "./consistency/unowned-interface.ts";
import unreachableNode from "./consistency/unreachable-node.ts";
import unusedDataStructure from "./consistency/unused-data-structure.ts";
import valueDrift from "./consistency/value-drift.ts";
import type { Check } from "./define.ts";
import deceptiveCharacters from "./hygiene/deceptive-characters.ts";
import unreadMarkup from "./hygiene/unread-markup.ts";
import unusedSuppression from "./hygiene/unused-suppression.ts";
import brokenLink from "./integration/broken-link.ts";
import invalidContract from "./integration/invalid-contract.ts";
import invalidDiagram from "./integration/invalid-diagram.ts";
import missingCrossReference from "./integration/missing-cross-reference.ts";
import undocumentedIntegration from "./integration/undocumented-integration.ts";
import untracedRequirement from "./integration/untraced-requirement.ts";
import weakAnswer from "./integration/weak-answer.ts";
import codeBlock from "./no-code/code-block.ts";
import codeStatement from "./no-code/code-statement.ts";
import definition from "./no-code/definition.ts";
import drawnDiagram from "./no-code/drawn-diagram.ts";
import sqlStatement from "./no-code/sql-statement.ts";

/** Every check, in the order of the quality checklist. A new check is one file here and one line. */
export const CHECKS: readonly Check[] = [
  // completeness
  missingDocument,
  frontMatter,
  missingSection,
  emptySection,
  placeholderText,
  lineCount,
  incompleteComponent,
  incompleteDataStructure,
  incompleteInterface,
  missingDiagram,
  missingLayer,
  unstatedSecurity,
  padding,
  prematureStatus,
  openQuestion,
  // no-code
  codeBlock,
  sqlStatement,
  definition,
  codeStatement,
  drawnDiagram,
  // consistency
  namingConvention,
  contractMismatch,
  entityMismatch,
  statusMismatch,
  undefinedType,
  unusedDataStructure,
  undeclaredComponent,
  pictureMismatch,
  unownedInterface,
  unreachableNode,
  unmotivatedComponent,
  unknownTechnology,
  deprecatedPattern,
  unmetObligation,
  outdatedDecision,
  valueDrift,
  contradictedInput,
  missingLiteral,
  // clarity
  vagueWording,
  missingErrorCase,
  missingSteps,
  unansweredRequest,
  unclearRequirement,
  denseText,
  // integration
  brokenLink,
  missingCrossReference,
  unreadStatement,
  untracedRequirement,
  weakAnswer,
  undocumentedIntegration,
  invalidContract,
  invalidDiagram,
  // hygiene
  deceptiveCharacters,
  unreadMarkup,
  unusedSuppression,
];
