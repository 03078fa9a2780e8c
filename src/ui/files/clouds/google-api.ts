/** What Google's two scripts put on the page, as far as it is used here. */
export interface GoogleApi {
  readonly accounts?: { readonly oauth2?: OAuth };
  readonly picker?: PickerApi;
}

/** https://developers.google.com/identity/oauth2/web/reference/js-reference */
export interface OAuth {
  initTokenClient(options: {
    readonly client_id: string;
    readonly scope: string;
    callback(reply: unknown): void;
    error_callback(error: unknown): void;
  }): { requestAccessToken(options: { readonly prompt: string }): void };
}

/** https://developers.google.com/workspace/drive/picker/reference */
export interface PickerApi {
  readonly DocsView: new () => DocsView;
  readonly PickerBuilder: new () => PickerBuilder;
  readonly Feature: { readonly MULTISELECT_ENABLED: string };
}

interface DocsView {
  setIncludeFolders(included: boolean): DocsView;
  setSelectFolderEnabled(enabled: boolean): DocsView;
}

interface PickerBuilder {
  addView(view: DocsView): PickerBuilder;
  setOAuthToken(token: string): PickerBuilder;
  setDeveloperKey(key: string): PickerBuilder;
  setAppId(id: string): PickerBuilder;
  setOrigin(origin: string): PickerBuilder;
  setLocale(lang: string): PickerBuilder;
  setMaxItems(most: number): PickerBuilder;
  enableFeature(feature: string): PickerBuilder;
  setCallback(tell: (reply: unknown) => void): PickerBuilder;
  build(): { setVisible(visible: boolean): void; dispose?(): void };
}

/** https://github.com/google/google-api-javascript-client */
export interface GapiLoader {
  load(
    name: 'picker',
    options: { callback(): void; onerror(): void; readonly timeout: number; ontimeout(): void },
  ): void;
}

export function google(): GoogleApi | undefined {
  return (window as { google?: GoogleApi }).google;
}

export function gapi(): GapiLoader | undefined {
  return (window as { gapi?: GapiLoader }).gapi;
}
