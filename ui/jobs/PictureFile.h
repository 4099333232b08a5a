#pragma once

#include <QImage>

#include <atomic>
#include <filesystem>
#include <string>

namespace atelier::ui {

/// A picture as the screen needs it, or why there is none.
struct PictureFile
{
    enum class State {
        Whole,
        Unreadable, ///< `sentence` says why
        Empty, ///< no bytes at all
        None, ///< its bytes are no picture of a known kind
        Incomplete, ///< begins as a picture, but ends early or is damaged
        TooLarge, ///< `size` says how large; 0 x 0 where its bytes alone are too many
    };
    State state = State::None;
    QImage image; ///< no side longer than 4096
    QSize size; ///< in the file
    std::uint64_t bytes = 0; ///< of the file, where it is whole
    std::string sentence;
};

/// Reads within 256 MiB of memory, for the file and for its pixels each, whatever it says it is. Any thread;
/// takes up to seconds. Once `stopped` it may give up before it has begun.
[[nodiscard]] PictureFile readPicture(const std::filesystem::path &file, const std::atomic<bool> &stopped);

} // namespace atelier::ui
