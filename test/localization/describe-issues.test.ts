import { expect } from 'chai';
import { describeIssues } from '../../src/describe-issues.js';
import { validateApplication } from '../../src/form/validate.js';
import { parsePosting } from '../../src/posting/parse-posting.js';

const posting = parsePosting({
  title: 'Optician',
  locale: 'en',
  form: {
    sections: [
      {
        fields: [
          { name: 'name', type: 'text', label: { en: 'Name', de: 'Name und Vorname' }, required: true },
          { name: 'cv', type: 'file', label: 'CV', accept: ['.pdf'] },
          {
            name: 'education',
            type: 'repeat',
            label: 'Education',
            fields: [{ name: 'school', type: 'text', label: 'School', required: true }],
          },
        ],
      },
    ],
  },
});
const answers = { cv: [{ name: 'cv.exe', type: '', size: 9 }], education: [{ school: 'A' }, { school: '' }] };

describe('describeIssues', () => {
  it('says what the element says, in the language of the posting', async () => {
    expect(await describeIssues(posting, validateApplication(posting, answers), { answers })).to.deep.equal([
      { field: 'name', code: 'required', message: 'Fill in “Name”' },
      { field: 'cv', code: 'file-type', message: '“cv.exe” for “CV” must be of the type PDF' },
      { field: 'education[1][school]', code: 'required', message: 'Fill in “Education 2: School”' },
    ]);
  });

  it("says it in the applicant's language, labels and all", async () => {
    const issues = validateApplication(posting, {}).slice(0, 1);
    const [first] = await describeIssues(posting, issues, { locale: 'de-CH' });
    expect(first?.message).to.equal('Füllen Sie „Name und Vorname“ aus');
  });
});
