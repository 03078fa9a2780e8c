/**
 * What a company's own question takes where its system does not say: it may want a certificate as well as a picture. The
 * endpoint refuses what it does not want; what is refused here nobody can send.
 */
export const anyFile: readonly string[] = ['.pdf', '.doc', '.docx', '.odt', '.rtf', '.txt', '.jpg', '.jpeg', '.png'];
