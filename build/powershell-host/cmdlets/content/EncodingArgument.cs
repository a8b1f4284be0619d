using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>Turns the names that -Encoding takes into encodings, as documented for PowerShell 7.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncodingNameAttribute : ArgumentTransformationAttribute
{
    /// <summary>What PowerShell 7 writes unless told otherwise: UTF-8 without a byte order mark.</summary>
    public static Encoding Default { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            Encoding encoding => encoding,
            int codePage => Encoding.GetEncoding(codePage),
            string name => Named(name),
            _ => inputData,
        };
    }

    private static Encoding Named(string name) =>
        name.ToLower(CultureInfo.InvariantCulture) switch
        {
            "utf8" or "utf8nobom" or "default" or "ansi" or "oem" => Default,
            "utf8bom" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "ascii" => Encoding.ASCII,
            "unicode" or "string" => Encoding.Unicode,
            "bigendianunicode" => Encoding.BigEndianUnicode,
            "utf32" => Encoding.UTF32,
            "bigendianutf32" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            _ => Encoding.GetEncoding(name),
        };
}
