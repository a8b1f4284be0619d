# The program that started this shell. When it is gone, nobody reads what comes of a command any more, and whoever takes
# over must not find one still at work.

function Watch-Owner {
    <#
    .SYNOPSIS
    Ends this process as soon as the owner's has ended, in the middle of a command too.
    .DESCRIPTION
    The end of standard input is noticed between two commands only. So a thread waits for the owner's process. It runs
    methods of .NET alone: script would need a runspace of its own, and a second one takes longer to make than the whole
    module. Ended at once and not by exit, which would let the pipeline go on for as long as its handlers take.
    .PARAMETER ProcessId
    The owner's process. Where there is none of that number any more, it has ended already.
    #>
    param([Parameter(Mandatory = $true)][int]$ProcessId)

    $self = [System.Diagnostics.Process]::GetCurrentProcess()
    try { $owner = [System.Diagnostics.Process]::GetProcessById($ProcessId) }
    catch [System.ArgumentException] { $self.Kill() }
    $gone = [System.Delegate]::CreateDelegate([System.Action], $owner, 'WaitForExit')
    $end = [System.Delegate]::CreateDelegate([System.Action], $self, 'Kill')
    $ofItsOwn = [System.Threading.Tasks.TaskCreationOptions]::LongRunning
    $watch = [System.Threading.Tasks.Task]::Factory.StartNew($gone, $ofItsOwn)
    $watch.ConfigureAwait($false).GetAwaiter().OnCompleted($end)
}
