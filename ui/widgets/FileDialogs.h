#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace atelier {
struct Error;
}

namespace atelier::ui {

// Qt's file dialogs, without a loop of their own: the window goes on beneath them and may close.

/// `use` is called with the folder that was chosen, while `parent` lives, or not at all.
void chooseFolder(
    QWidget &parent, const QString &title, const QString &begin, std::function<void(const QString &)> use);

/// The same, of an existing file; `filters` as QFileDialog has them.
void chooseFile(QWidget &parent, const QString &title, const QString &begin, const QString &filters,
    std::function<void(const QString &)> use);

/// The same, of a file that is to be written, `name` unless the user wants another; one that is there is
/// asked about first.
void chooseNewFile(
    QWidget &parent, const QString &title, const QString &name, std::function<void(const QString &)> use);

/// Why a file was not written where the user wanted it, and what to do. Any thread.
[[nodiscard]] QString unsavedReason(const QString &file, const Error &error);

/// The error with that reason as its sentence.
[[nodiscard]] Error unsaved(const QString &file, Error error);

} // namespace atelier::ui
