# The program that started this shell. When it is gone, nobody reads what comes of a command any more, and whoever takes
# over must not find one still at work.

function Watch-Owner {
    <#
    .SYNOPSIS
    Ends this process as soon as the owner's has ended, in the middle of a command too.
    .DESCRIPTION
    The end of standard input is noticed between two commands only. So a thread waits for the owner's process. It is made
    of calls of .NET alone: script would need a runspace of its own, and a second one takes longer to make than the whole
    module. Ended at once and not by exit, which would let the pipeline go on for as long as its handlers take.
    .PARAMETER ProcessId
    The owner's process. Where there is none of that number any more, it has ended already.
    #>
    param([Parameter(Mandatory = $true)][int]$ProcessId)

    $self = [System.Diagnostics.Process]::GetCurrentProcess()
    try { $owner = [System.Diagnostics.Process]::GetProcessById($ProcessId) }
    catch [System.ArgumentException] { $self.Kill() }
    $none = [System.Type]::EmptyTypes
    $wait = [System.Diagnostics.Process].GetMethod('WaitForExit', $none)
    $kill = [System.Diagnostics.Process].GetMethod('Kill', $none)
    $body = [System.Linq.Expressions.Expression]::Block([System.Linq.Expressions.Expression[]]@(
            [System.Linq.Expressions.Expression]::Call([System.Linq.Expressions.Expression]::Constant($owner), $wait)
            [System.Linq.Expressions.Expression]::Call([System.Linq.Expressions.Expression]::Constant($self), $kill)
        ))
    $nothing = [System.Linq.Expressions.ParameterExpression[]]@()
    $start = [System.Linq.Expressions.Expression]::Lambda([System.Threading.ThreadStart], $body, $nothing).Compile()
    $thread = [System.Threading.Thread]::new($start)
    $thread.IsBackground = $true
    $thread.Start()
}
