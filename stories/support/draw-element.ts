import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { FieldType, JobApplicationSubmitEvent } from '../../src/index.js';
import type { Format } from '../../src/ui/controllers/adapt.js';
import type { PayloadName } from '../../src/ui/controllers/wire-format.js';
import { confirms, type Endpoint } from './endpoint.js';

/** The attributes, by their names in HTML, and the properties that have no attribute. */
export interface ElementArgs {
  readonly src?: string;
  readonly posting?: unknown;
  readonly format?: Format;
  readonly payload?: PayloadName;
  readonly action?: string | undefined;
  readonly method?: 'post' | 'put';
  readonly enctype?: 'multipart/form-data' | 'application/json';
  readonly credentials?: 'omit' | 'same-origin' | 'include';
  readonly headers?: Readonly<Record<string, string>>;
  readonly 'trusted-origins'?: string;
  readonly idempotency?: 'auto' | 'header' | 'field' | 'off';
  readonly 'success-html'?: boolean;
  readonly 'success-href'?: string;
  readonly show?: 'all' | 'posting' | 'form';
  readonly 'apply-href'?: string;
  readonly draft?: 'session' | 'device' | 'off';
  readonly 'draft-days'?: number;
  readonly layout?: 'page' | 'steps';
  readonly 'validate-on'?: 'submit' | 'blur';
  readonly 'json-ld'?: boolean;
  readonly prefill?: boolean;
  readonly 'heading-level'?: number;
  readonly 'dropbox-key'?: string;
  readonly 'google-key'?: string;
  readonly 'google-client-id'?: string;
  readonly lang?: string;
}

/** What a story adds that is no setting to play with. */
interface Surroundings {
  /** Takes the application in place of a server; `null` leaves the sending to the element. */
  readonly endpoint?: Endpoint | null;
  readonly children?: TemplateResult;
  readonly fieldTypes?: Readonly<Record<string, FieldType>>;
}

/** The element as a page would write it, except that no application leaves the browser. */
export function drawElement(
  args: ElementArgs,
  { endpoint = confirms, children, fieldTypes = {} }: Surroundings = {},
): TemplateResult {
  return html`<job-application
    src=${ifDefined(args.src)}
    format=${ifDefined(args.format)}
    payload=${ifDefined(args.payload)}
    action=${ifDefined(args.action)}
    method=${ifDefined(args.method)}
    enctype=${ifDefined(args.enctype)}
    credentials=${ifDefined(args.credentials)}
    trusted-origins=${ifDefined(args['trusted-origins'])}
    idempotency=${ifDefined(args.idempotency)}
    ?success-html=${args['success-html'] ?? false}
    success-href=${ifDefined(args['success-href'])}
    show=${ifDefined(args.show)}
    apply-href=${ifDefined(args['apply-href'])}
    draft=${args.draft ?? 'off'}
    draft-days=${ifDefined(args['draft-days'])}
    layout=${ifDefined(args.layout)}
    validate-on=${ifDefined(args['validate-on'])}
    ?json-ld=${args['json-ld'] ?? false}
    ?prefill=${args.prefill ?? false}
    heading-level=${ifDefined(args['heading-level'])}
    dropbox-key=${ifDefined(args['dropbox-key'])}
    google-key=${ifDefined(args['google-key'])}
    google-client-id=${ifDefined(args['google-client-id'])}
    lang=${ifDefined(args.lang)}
    .posting=${args.posting}
    .headers=${args.headers ?? {}}
    .fieldTypes=${fieldTypes}
    @job-application-submit=${(event: JobApplicationSubmitEvent) => endpoint && event.respondWith(endpoint())}
    >${children ?? nothing}</job-application
  >`;
}
