#pragma once

#include "ui/theme/Density.h"

#include <QEvent>
#include <QObject>
#include <QStringList>

#include <memory>

class QApplication;

namespace atelier::ui {

class SystemScheme;

/// The type of the event that every widget gets after the look has changed, for those that keep fonts or
/// palettes of their own. Qt's ApplicationFontChange comes only while the event loop runs, and not when
/// colours alone differ.
[[nodiscard]] QEvent::Type lookChange();

/// HighContrast is the dark one of the two of high contrast.
enum class Scheme { System, Light, Dark, HighContrast, HighContrastLight };

/// How the schemes are called outside of the window, in their order: system, light, dark, high-contrast,
/// high-contrast-light.
[[nodiscard]] QStringList schemeNames();

/// The theme of tokens.json that a scheme shows; System has none of its own and is as dark.
[[nodiscard]] QStringView tokenTheme(Scheme scheme);

/// The dark scheme for a light one and the other way round, of the same contrast; not for System.
[[nodiscard]] Scheme counterpart(Scheme scheme);

inline constexpr double smallestTextScale = 0.9;
inline constexpr double largestTextScale = 1.5;

/// The look of the whole program: style, palette, fonts, and what `colors`, `font`, `icon` and `scaled`
/// answer. Made once, after the QApplication and before the first widget, and kept while widgets live. GUI
/// thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &application, Scheme scheme = Scheme::System);
    ~Theme() override;

    void setScheme(Scheme scheme);
    void setTextScale(double scale); ///< kept within smallestTextScale and largestTextScale
    void setReducedMotion(bool reduced);
    void setDensity(Density density);

    [[nodiscard]] Scheme scheme() const { return m_scheme; } ///< as it was asked for
    [[nodiscard]] Scheme schemeInForce() const; ///< never System
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] double textScale() const;

Q_SIGNALS:
    /// After the colours, the fonts or the motion have changed; widgets repaint by themselves.
    void changed();

private:
    void apply();

    std::unique_ptr<SystemScheme> m_system;
    Scheme m_scheme;
};

} // namespace atelier::ui
