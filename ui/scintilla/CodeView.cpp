#include "ui/scintilla/CodeView.h"

#include "ui/scintilla/AccessibleCode.h"
#include "ui/scintilla/CodeLexer.h"

#include <QAccessible>
#include <QWheelEvent>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int numberMargin = 0;
constexpr int foldMargin = 1;
constexpr int firstFoldMark = 25; // SC_MARKNUM_FOLDEREND
constexpr int lastFoldMark = 31; // SC_MARKNUM_FOLDEROPEN
constexpr int lineGap = 2; // above and below each line
constexpr int textGap = 6; // before it
constexpr int caretWidth = 2;
constexpr int hitMark = 8; // what lies below is for lexers
constexpr int currentHitMark = 9;
constexpr std::size_t mostHits = 100'000;
constexpr double hitOpacity = 0.22; // as in logs
constexpr double currentHitOpacity = 0.62;
constexpr double pointsPerInch = 72.0;

/// QScintilla measures fonts in points.
QFont inPoints(QFont font, int dotsPerInch)
{
    font.setPointSizeF(font.pixelSize() * pointsPerInch / dotsPerInch);
    return font;
}

QColor withAlpha(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

QColor over(const QColor &layer, const QColor &base)
{
    const double part = layer.alphaF();
    const auto mix = [part](double above, double below) { return above * part + below * (1 - part); };
    return QColor::fromRgbF(static_cast<float>(mix(layer.redF(), base.redF())),
        static_cast<float>(mix(layer.greenF(), base.greenF())),
        static_cast<float>(mix(layer.blueF(), base.blueF())));
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QsciScintilla(parent)
{
    installAccessibleCode();
    setLayoutDirection(Qt::LeftToRight);
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setReadOnly(true);
    setTabWidth(4);
    setExtraAscent(lineGap);
    setExtraDescent(lineGap);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, static_cast<long>(textGap));
    setCaretWidth(caretWidth);
    setCaretLineVisible(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    // Drawn at once, text is as sharp as the screen.
    SendScintilla(SCI_SETBUFFEREDDRAW, 0UL);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1UL);
    SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
    SendScintilla(SCI_INDICSETSTYLE, hitMark, static_cast<long>(INDIC_STRAIGHTBOX));
    SendScintilla(SCI_INDICSETSTYLE, currentHitMark, static_cast<long>(INDIC_STRAIGHTBOX));
    for (const int mark : {hitMark, currentHitMark})
        SendScintilla(SCI_INDICSETUNDER, static_cast<unsigned long>(mark), 1L);
    addMargins();
    connect(this, &QsciScintilla::cursorPositionChanged, this, [this] {
        if (!QAccessible::isActive())
            return;
        QAccessibleTextCursorEvent moved(this, caretOffset());
        QAccessible::updateAccessibility(&moved);
    });
}

void CodeView::addMargins()
{
    setMarginType(numberMargin, NumberMargin);
    setFolding(PlainFoldStyle, foldMargin);
    const std::pair<int, int> marks[] = {{SC_MARKNUM_FOLDER, SC_MARK_ARROW},
        {SC_MARKNUM_FOLDEREND, SC_MARK_ARROW}, {SC_MARKNUM_FOLDEROPEN, SC_MARK_ARROWDOWN},
        {SC_MARKNUM_FOLDEROPENMID, SC_MARK_ARROWDOWN}, {SC_MARKNUM_FOLDERSUB, SC_MARK_EMPTY},
        {SC_MARKNUM_FOLDERTAIL, SC_MARK_EMPTY}, {SC_MARKNUM_FOLDERMIDTAIL, SC_MARK_EMPTY}};
    for (const auto &[mark, symbol] : marks)
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(mark), static_cast<long>(symbol));
}

void CodeView::showText(const QString &text, CodeLanguage language)
{
    m_text = text;
    // Scintilla would count these as the end of a line of their own.
    m_text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    m_language = language;
    m_hits.clear();
    m_currentHit.reset();
    setLexer(nullptr);
    delete m_lexer;
    m_lexer = makeLexer(language, this);
    setText(m_text);
    if (m_lexer)
        setLexer(m_lexer);
    setLook(m_colors, m_font);
    SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
    setCursorPosition(0, 0);
    setFirstVisibleLine(0);
}

void CodeView::setLook(const Colors &colors, const QFont &font)
{
    m_colors = colors;
    m_font = font;
    const QFont inUse = inPoints(font, logicalDpiY());
    setFont(inUse);
    setColor(colors.text);
    setPaper(colors.surface);
    if (m_lexer)
        applyLook(*m_lexer, m_language, colors, inUse);
    setCaretForegroundColor(colors.accentText);
    setCaretLineBackgroundColor(over(colors.hover, colors.surface));
    setSelectionBackgroundColor(over(colors.selectedHover, colors.surface));
    resetSelectionForegroundColor();
    setIndicatorForegroundColor(withAlpha(colors.warningSolid, hitOpacity), hitMark);
    setIndicatorOutlineColor(Qt::transparent, hitMark);
    setIndicatorForegroundColor(withAlpha(colors.warningSolid, currentHitOpacity), currentHitMark);
    setIndicatorOutlineColor(colors.warningSolid, currentHitMark);
    dressMargins(colors, inUse);
}

void CodeView::dressMargins(const Colors &colors, const QFont &font)
{
    setMarginsFont(font);
    setMarginsForegroundColor(colors.text3);
    setMarginsBackgroundColor(colors.surface);
    setFoldMarginColors(colors.surface, colors.surface);
    for (int mark = firstFoldMark; mark <= lastFoldMark; ++mark) {
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(mark), colors.text3);
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(mark), colors.text3);
    }
    setMarginWidth(numberMargin, QStringLiteral("  ") + QString::number(std::max(100, lines())));
    setMarginWidth(foldMargin, m_font.pixelSize());
}

void CodeView::setWrapped(bool wrapped)
{
    setWrapMode(wrapped ? WrapWord : WrapNone);
}

int CodeView::find(const QString &text, bool matchCase)
{
    m_hits.clear();
    m_currentHit.reset();
    const long end = SendScintilla(SCI_GETLENGTH);
    for (const int mark : {hitMark, currentHitMark}) {
        SendScintilla(SCI_SETINDICATORCURRENT, mark);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, end);
    }
    const QByteArray wanted = text.toUtf8();
    SendScintilla(SCI_SETSEARCHFLAGS, matchCase ? static_cast<unsigned long>(SCFIND_MATCHCASE) : 0UL);
    SendScintilla(SCI_SETINDICATORCURRENT, hitMark);
    for (long from = 0; !wanted.isEmpty() && m_hits.size() < mostHits;) {
        SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(from), end);
        if (SendScintilla(SCI_SEARCHINTARGET, static_cast<unsigned long>(wanted.size()), wanted.constData())
            < 0)
            break;
        m_hits.push_back({SendScintilla(SCI_GETTARGETSTART), SendScintilla(SCI_GETTARGETEND)});
        from = m_hits.back().end;
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(m_hits.back().begin),
            m_hits.back().end - m_hits.back().begin);
    }
    const long caret = SendScintilla(SCI_GETSELECTIONSTART);
    const auto next
        = std::find_if(m_hits.begin(), m_hits.end(), [caret](const Hit &hit) { return hit.begin >= caret; });
    if (!m_hits.empty())
        showHit(next == m_hits.end() ? 0 : static_cast<int>(next - m_hits.begin()));
    return static_cast<int>(m_hits.size());
}

void CodeView::showHit(int hit)
{
    const Hit &place = m_hits[static_cast<std::size_t>(hit)];
    m_currentHit = hit;
    SendScintilla(SCI_SETINDICATORCURRENT, currentHitMark);
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, SendScintilla(SCI_GETLENGTH));
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(place.begin), place.end - place.begin);
    const long line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(place.begin));
    ensureLineVisible(static_cast<int>(line));
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(place.begin), place.end);
}

void CodeView::step(int by)
{
    if (m_hits.empty())
        return;
    const int count = static_cast<int>(m_hits.size());
    showHit((m_currentHit.value_or(by > 0 ? -1 : 0) + by + count) % count);
}

void CodeView::goToNextHit()
{
    step(1);
}

void CodeView::goToPreviousHit()
{
    step(-1);
}

void CodeView::goToLine(int line)
{
    const int there = std::clamp(line, 0, std::max(0, lines() - 1));
    ensureLineVisible(there);
    setCursorPosition(there, 0);
    SendScintilla(SCI_VERTICALCENTRECARET);
}

void CodeView::toggleFold()
{
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    const bool isHead
        = (SendScintilla(SCI_GETFOLDLEVEL, static_cast<unsigned long>(line)) & SC_FOLDLEVELHEADERFLAG) != 0;
    const long head = isHead ? line : SendScintilla(SCI_GETFOLDPARENT, static_cast<unsigned long>(line));
    if (head < 0)
        return;
    foldLine(static_cast<int>(head));
    setCursorPosition(static_cast<int>(head), 0);
}

/// Ctrl and the wheel would give this text a size of its own.
void CodeView::wheelEvent(QWheelEvent *event)
{
    if ((event->modifiers() & Qt::ControlModifier) != 0)
        return event->ignore();
    QsciScintilla::wheelEvent(event);
}

long CodeView::bytesBefore(int offset) const
{
    return SendScintilla(SCI_POSITIONRELATIVECODEUNITS, 0UL, static_cast<long>(offset));
}

int CodeView::offsetOf(long byte) const
{
    return static_cast<int>(SendScintilla(SCI_COUNTCODEUNITS, 0UL, byte));
}

int CodeView::caretOffset() const
{
    return offsetOf(SendScintilla(SCI_GETCURRENTPOS));
}

std::pair<int, int> CodeView::selectedRange() const
{
    return {offsetOf(SendScintilla(SCI_GETSELECTIONSTART)), offsetOf(SendScintilla(SCI_GETSELECTIONEND))};
}

void CodeView::select(int begin, int end)
{
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(bytesBefore(begin)), bytesBefore(end));
}

QRect CodeView::boxOf(int offset) const
{
    const long byte = bytesBefore(offset);
    const long next = SendScintilla(SCI_POSITIONAFTER, static_cast<unsigned long>(byte));
    const long x = SendScintilla(SCI_POINTXFROMPOSITION, 0UL, byte);
    const long line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(byte));
    return {static_cast<int>(x), static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, byte)),
        std::max(1, static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, next) - x)),
        static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, static_cast<unsigned long>(line)))};
}

int CodeView::offsetAt(QPoint point) const
{
    const long byte
        = SendScintilla(SCI_CHARPOSITIONFROMPOINTCLOSE, static_cast<unsigned long>(point.x()), point.y());
    return byte < 0 ? -1 : offsetOf(byte);
}

} // namespace atelier::ui
