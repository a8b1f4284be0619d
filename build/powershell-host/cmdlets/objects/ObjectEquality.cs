using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>When two objects count as the same for -Unique.</summary>
internal static class ObjectEquality
{
    /// <summary>
    /// Custom objects are the same when all their properties are; others when PowerShell's -eq says so.
    /// </summary>
    public static bool Same(PSObject left, PSObject right, bool ignoreCase)
    {
        if (left.BaseObject is not PSCustomObject || right.BaseObject is not PSCustomObject)
        {
            return LanguagePrimitives.Equals(left, right, ignoreCase);
        }

        var leftProperties = left.Properties.ToList();
        return leftProperties.Count == right.Properties.Count()
            && leftProperties.TrueForAll(property =>
                right.Properties[property.Name] is { } other
                && LanguagePrimitives.Equals(property.Value, other.Value, ignoreCase)
            );
    }
}
