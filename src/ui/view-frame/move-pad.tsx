import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ChevronsDown, ChevronsUp, Move, RotateCcw, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { CameraPose } from '../../cities/city.ts'
import { panPose, tiltPose, turnPose } from '../../state/camera-pose.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useMessages } from '../context.tsx'
import type { MessageKey } from '../messages/index.ts'

const MOVE_SHARE = 0.2
const TURN_DEGREES = 15
const TILT_DEGREES = 10

interface Command {
  readonly key: MessageKey
  readonly icon: ReactNode
  readonly change: (pose: CameraPose) => CameraPose
}

const COMMANDS: readonly Command[] = [
  { key: 'view.turnLeft', icon: <RotateCcw size={18} aria-hidden="true" />, change: (pose) => turnPose(pose, -TURN_DEGREES) },
  { key: 'view.moveNorth', icon: <ArrowUp size={18} aria-hidden="true" />, change: (pose) => panPose(pose, 0, MOVE_SHARE) },
  { key: 'view.turnRight', icon: <RotateCw size={18} aria-hidden="true" />, change: (pose) => turnPose(pose, TURN_DEGREES) },
  { key: 'view.moveWest', icon: <ArrowLeft size={18} aria-hidden="true" />, change: (pose) => panPose(pose, -MOVE_SHARE, 0) },
  { key: 'view.moveSouth', icon: <ArrowDown size={18} aria-hidden="true" />, change: (pose) => panPose(pose, 0, -MOVE_SHARE) },
  { key: 'view.moveEast', icon: <ArrowRight size={18} aria-hidden="true" />, change: (pose) => panPose(pose, MOVE_SHARE, 0) },
  { key: 'view.tiltUp', icon: <ChevronsUp size={18} aria-hidden="true" />, change: (pose) => tiltPose(pose, TILT_DEGREES) },
  { key: 'view.tiltDown', icon: <ChevronsDown size={18} aria-hidden="true" />, change: (pose) => tiltPose(pose, -TILT_DEGREES) },
]

/** Moving, turning and tilting with single presses, for those who cannot drag. */
export function MovePad({ onChange }: { onChange: (change: Command['change']) => void }) {
  const { text } = useMessages()
  return (
    <DialogTrigger>
      <IconButton label={text('view.move')} placement="top">
        <Move size={18} aria-hidden="true" />
      </IconButton>
      <Popover className="popover" placement="top">
        <Dialog className="move-pad" aria-label={text('view.move')}>
          {COMMANDS.map(({ key, icon, change }) => (
            <Button key={key} aria-label={text(key)} className="icon-button" onPress={() => onChange(change)}>
              {icon}
            </Button>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
