namespace Platform.Components;

/// <summary>Reports everything that is wrong with a component's arguments at once, before it registers a child.</summary>
internal static class Problems
{
    extension(ComponentResource self)
    {
        /// <summary>Goes on only if there is no problem.</summary>
        public void Require(IReadOnlyList<string> problems) => self.Require(problems.Count == 0, string.Join(" ", problems));

        /// <summary>Goes on only if there is no problem.</summary>
        public void Require(string? problem) => self.Require(problem is null, problem ?? "");
    }
}
