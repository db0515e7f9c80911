/** How files are sent to a service. */
export interface HttpSettings {
  /** POST where absent. */
  readonly method?: 'POST' | 'PUT';
  /**
   * Headers by name. In a value, `{year}` stands for the collection year and `${env:NAME}` for what the variable NAME
   * of the environment holds, which is the only way to give a secret.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The file as the whole body ('raw', where absent), or a form (multipart/form-data) with the file in the part `file`
   * and further fields, in whose values `{year}` and `${env:NAME}` are filled in.
   */
  readonly body?: 'raw' | { readonly file: string; readonly fields?: Readonly<Record<string, string>> };
  /** Of the file; application/xml where absent. */
  readonly contentType?: string;
  /** How often a file is sent again where the connection failed, 0 to 10; 2 where absent. */
  readonly retries?: number;
}
