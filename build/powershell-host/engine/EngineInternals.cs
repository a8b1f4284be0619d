using System.Management.Automation;
using System.Reflection;

namespace PowerShellHost.Engine;

/// <summary>
/// The one door to members that System.Management.Automation keeps to itself and shares only with PowerShell's own
/// command modules. Names hold for the pinned version; a missing one is an error that says which.
/// </summary>
internal static class EngineInternals
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Assembly s_engine = typeof(PSObject).Assembly;

    public static Type Find(string typeName) => Known(s_engine.GetType(typeName), typeName);

    public static object Create(string typeName, params object?[] arguments) =>
        Known(Activator.CreateInstance(Find(typeName), Any, binder: null, arguments, culture: null), typeName);

    public static object? Get(object target, string property) =>
        Known(target.GetType().GetProperty(property, Any), property).GetValue(target);

    public static void Set(object target, string property, object? value) =>
        Known(target.GetType().GetProperty(property, Any), property).SetValue(target, value);

    /// <summary>Sets an enumeration property, whose type is internal as well, by the value's name.</summary>
    public static void SetNamed(object target, string property, string valueName)
    {
        var found = Known(target.GetType().GetProperty(property, Any), property);
        found.SetValue(target, Enum.Parse(found.PropertyType, valueName));
    }

    public static void SetField(object target, Type declaringType, string field, object value) =>
        Known(declaringType.GetField(field, Any), field).SetValue(target, value);

    /// <summary>Calls the overload that has exactly these parameter types; its own exceptions pass through.</summary>
    public static object? Call(object target, string method, Type[] types, params object?[] arguments) =>
        Known(target.GetType().GetMethod(method, Any, types), method)
            .Invoke(target, Any | BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    public static object? CallStatic(Type type, string method, Type[] types, params object?[] arguments) =>
        Known(type.GetMethod(method, AnyStatic, types), method)
            .Invoke(null, AnyStatic | BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    private static T Known<T>(T? member, string name)
        where T : class => member ?? throw new PSNotSupportedException($"This version of the engine has no {name}.");
}
