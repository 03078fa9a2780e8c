/** Registers `<job-application>`: the one module that does something by being imported. */
import { JobApplication } from './ui/job-application.js';

JobApplication.define();

export { JobApplication };
