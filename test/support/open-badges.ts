import { readFileSync } from 'node:fs'
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'

// Open Badges 3.0 as a schema (JSON Schema 2019-09), written down here from the tables of its data model (1EdTech, "Open Badges
// 3.0", appendix "Data Models"): the classes and properties our badges use, and no others, so that it is stricter than the
// standard. The schema 1EdTech publishes is not ours to pass on. Whoever has it names the file in OPEN_BADGES_SCHEMA, and the
// badges are checked against it as well:
//   curl -o /tmp/ob.json https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json

type Schema = Record<string, unknown>

const text = { type: 'string', minLength: 1 }
const uri = { type: 'string', format: 'uri' }
const moment = { type: 'string', format: 'date-time', pattern: 'Z$' }
const list = (items: Schema): Schema => ({ type: 'array', minItems: 1, items })
/** "The value of the type property MUST be an unordered set. One of the items MUST be …" */
const typed = (name: string): Schema => ({ type: 'array', minItems: 1, contains: { const: name }, items: text })

const object = (required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

const profile = object(
  { id: uri, type: typed('Profile') },
  { name: text, url: uri, image: object({ id: uri, type: { const: 'Image' } }, { caption: text }) },
)

const rubricCriterionLevel = object(
  { id: uri, type: typed('RubricCriterionLevel'), name: text },
  { description: text, level: text },
)

const resultDescription = object(
  { id: uri, type: typed('ResultDescription'), name: text, resultType: { const: 'RubricCriterionLevel' } },
  { requiredLevel: uri, rubricCriterionLevel: list(rubricCriterionLevel) },
)

const image = object({ id: uri, type: { const: 'Image' } }, { caption: text })

const alignment = object(
  { type: typed('Alignment'), targetName: text, targetUrl: uri },
  { targetFramework: text, targetCode: text },
)

const achievement = object(
  {
    id: uri,
    type: typed('Achievement'),
    name: text,
    description: text,
    criteria: object({}, { id: uri, narrative: text }),
  },
  {
    achievementType: { const: 'MicroCredential' },
    image,
    creator: profile,
    alignment: list(alignment),
    resultDescription: list(resultDescription),
  },
)

const identity = object({
  type: { const: 'IdentityObject' },
  hashed: { type: 'boolean' },
  identityHash: text,
  identityType: { enum: ['name', 'emailAddress'] },
})

const subject = object(
  { id: uri, type: typed('AchievementSubject'), achievement },
  {
    identifier: list(identity),
    result: list(object({ type: typed('Result') }, { achievedLevel: uri, resultDescription: uri })),
  },
)

const credential: Schema = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  ...object(
    {
      '@context': {
        type: 'array',
        minItems: 2,
        items: [
          { const: 'https://www.w3.org/ns/credentials/v2' },
          {
            type: 'string',
            pattern: String.raw`^https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json$`,
          },
        ],
      },
      id: uri,
      type: { allOf: [typed('VerifiableCredential'), typed('OpenBadgeCredential')] },
      issuer: profile,
      validFrom: moment,
      credentialSubject: subject,
    },
    {
      name: text,
      description: text,
      validUntil: moment,
      credentialSchema: list(object({ id: uri, type: { const: '1EdTechJsonSchemaValidator2019' } })),
      credentialStatus: object({ id: uri, type: { const: '1EdTechRevocationList' } }),
    },
  ),
}

const compile = (schema: object): ValidateFunction => {
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.compile(schema)
}

/** What is wrong with a badge by a schema, as sentences; none: it conforms. */
const faultsBy = (validate: ValidateFunction, badge: unknown): string[] =>
  validate(badge) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

const ours = compile(credential)

/** What is wrong with a badge by the data model of the standard. */
export const faultsByDataModel = (badge: unknown): string[] => faultsBy(ours, badge)

const given = process.env['OPEN_BADGES_SCHEMA']
export const hasPublishedSchema = given !== undefined

/** What is wrong with a badge by the schema 1EdTech publishes, where its file is given. */
export const faultsByPublished = (badge: unknown): string[] =>
  faultsBy(compile(JSON.parse(readFileSync(given!, 'utf8')) as object), badge)
