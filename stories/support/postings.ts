import everyType from '../../demo/postings/field-types.json';

/** A field as a posting writes it. */
export interface FieldJson {
  readonly type: string;
  readonly name?: string;
  readonly label?: string;
  readonly [key: string]: unknown;
}

const examples: readonly FieldJson[] = everyType.form.sections.flatMap(({ fields }): readonly FieldJson[] => fields);

/** The demo's own field of this name. */
export function fieldNamed(name: string): FieldJson {
  const field = examples.find((each) => each.name === name);
  if (!field) throw new Error(`demo/postings/field-types.json has no field named "${name}".`);
  return field;
}

/** A small posting that asks for these fields in one section. */
export function postingWith(fields: readonly FieldJson[], section: Readonly<Record<string, unknown>> = {}): object {
  return {
    id: 'bench-technician',
    locale: 'en',
    title: 'Bench Technician',
    company: { name: 'Wetherfield Instruments' },
    links: { privacyPolicy: 'https://www.example.org/privacy', help: 'https://www.example.org/help' },
    form: { title: 'Apply as a bench technician', sections: [{ ...section, fields }] },
  };
}

/** One that is quickly answered, for what happens afterwards. */
export const postingToSend = postingWith([
  { name: 'full_name', type: 'text', label: 'Full name', required: true },
  { name: 'email', type: 'email', label: 'Email', required: true },
  { name: 'on_site', type: 'boolean', label: 'Can you work at our benches in Leeds?', required: true },
  { name: 'cv', type: 'file', label: 'CV', sources: ['device', 'text'] },
]);

/** Calibration engineer: full name, e-mail, whether one can work in Leeds, a CV. */
export const arabicPosting = {
  id: 'calibration-engineer-ar',
  locale: 'ar',
  title: 'مهندس معايرة',
  company: { name: 'Wetherfield Instruments' },
  locations: [{ name: 'ليدز', city: 'Leeds', country: 'GB' }],
  workplace: 'hybrid',
  description:
    '<p>نبحث عن مهندس يعاير أجهزتنا ويوثق قياساته.</p><ul><li>خبرة في المعايرة</li><li>دقة في العمل</li></ul>',
  form: {
    title: 'قدّم طلبك',
    sections: [
      {
        title: 'عنك',
        fields: [
          { name: 'full_name', type: 'text', label: 'الاسم الكامل', autocomplete: 'name', required: true },
          { name: 'email', type: 'email', label: 'البريد الإلكتروني', required: true },
          { name: 'on_site', type: 'boolean', label: 'هل يمكنك العمل في ليدز؟', required: true },
          { name: 'cv', type: 'file', label: 'السيرة الذاتية', sources: ['device', 'text'] },
        ],
      },
    ],
  },
};
