export const suffix = "-pet";
