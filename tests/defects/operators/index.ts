import type { Operator } from "../types.ts";
import brokenLink from "./broken-link.ts";
import codeBlock from "./code-block.ts";
import codeStatement from "./code-statement.ts";
import contractMismatch from "./contract-mismatch.ts";
import contradictedInput from "./contradicted-input.ts";
import deceptiveCharacters from "./deceptive-characters.ts";
import definition from "./definition.ts";
import denseText from "./dense-text.ts";
import deprecatedPattern from "./deprecated-pattern.ts";
import drawnDiagram from "./drawn-diagram.ts";
import emptySection from "./empty-section.ts";
import entityMismatch from "./entity-mismatch.ts";
import frontMatter from "./front-matter.ts";
import incompleteComponent from "./incomplete-component.ts";
import incompleteDataStructure from "./incomplete-data-structure.ts";
import incompleteInterface from "./incomplete-interface.ts";
import invalidContract from "./invalid-contract.ts";
import invalidDiagram from "./invalid-diagram.ts";
import lineCount from "./line-count.ts";
import missingCrossReference from "./missing-cross-reference.ts";
import missingDiagram from "./missing-diagram.ts";
import missingDocument from "./missing-document.ts";
import missingErrorCase from "./missing-error-case.ts";
import missingLayer from "./missing-layer.ts";
import missingLiteral from "./missing-literal.ts";
import missingSection from "./missing-section.ts";
import missingSteps from "./missing-steps.ts";
import namingConvention from "./naming-convention.ts";
import openQuestion from "./open-question.ts";
import outdatedDecision from "./outdated-decision.ts";
import padding from "./padding.ts";
import pictureMismatch from "./picture-mismatch.ts";
import placeholderText from "./placeholder-text.ts";
import prematureStatus from "./premature-status.ts";
import sqlStatement from "./sql-statement.ts";
import statusMismatch from "./status-mismatch.ts";
import unansweredRequest from "./unanswered-request.ts";
import unclearRequirement from "./unclear-requirement.ts";
import undeclaredComponent from "./undeclared-component.ts";
import undefinedType from "./undefined-type.ts";
import undocumentedIntegration from "./undocumented-integration.ts";
import unknownTechnology from "./unknown-technology.ts";
import unmetObligation from "./unmet-obligation.ts";
import unmotivatedComponent from "./unmotivated-component.ts";
import unownedInterface from "./unowned-interface.ts";
import unreachableNode from "./unreachable-node.ts";
import unreadMarkup from "./unread-markup.ts";
import unreadStatement from "./unread-statement.ts";
import unstatedSecurity from "./unstated-security.ts";
import untracedRequirement from "./untraced-requirement.ts";
import unusedDataStructure from "./unused-data-structure.ts";
import unusedSuppression from "./unused-suppression.ts";
import vagueWording from "./vague-wording.ts";
import valueDrift from "./value-drift.ts";
import weakAnswer from "./weak-answer.ts";

/** Every operator. A check's operators are one file here and one line. */
export const OPERATORS: readonly Operator[] = [
  brokenLink,
  codeBlock,
  codeStatement,
  contradictedInput,
  contractMismatch,
  deceptiveCharacters,
  definition,
  denseText,
  deprecatedPattern,
  drawnDiagram,
  emptySection,
  entityMismatch,
  frontMatter,
  incompleteComponent,
  incompleteDataStructure,
  incompleteInterface,
  invalidContract,
  invalidDiagram,
  lineCount,
  missingCrossReference,
  missingDiagram,
  missingDocument,
  missingErrorCase,
  missingLayer,
  missingLiteral,
  missingSection,
  missingSteps,
  namingConvention,
  openQuestion,
  outdatedDecision,
  padding,
  pictureMismatch,
  placeholderText,
  prematureStatus,
  sqlStatement,
  statusMismatch,
  unansweredRequest,
  unclearRequirement,
  undeclaredComponent,
  undefinedType,
  undocumentedIntegration,
  unknownTechnology,
  unmetObligation,
  unmotivatedComponent,
  unownedInterface,
  unreachableNode,
  unreadStatement,
  unstatedSecurity,
  untracedRequirement,
  unreadMarkup,
  unusedDataStructure,
  unusedSuppression,
  valueDrift,
  vagueWording,
  weakAnswer,
].flat();
