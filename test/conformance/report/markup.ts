/** What a report must not take for markup, nor pass on where it is forbidden. */
export const hostile = '</script><img onerror=alert(1) src=x>|`**_]]>&amp;"\'\u0001\ud800\n@team #12 https://a.test';
